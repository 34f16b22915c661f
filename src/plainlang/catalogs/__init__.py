"""Translation catalogs: a document's texts out to PO files, and their translations back in."""
