"""Short forms and the long forms that a text gives them: what the glossary and scoring share."""
