"""The terms of linked dictionaries: kept, exchanged, found in a text and explained there."""
