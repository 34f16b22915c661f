"""What only a person can judge: questions for the reviewer, in our own words.

After the CDC Clear Communication Index (2014), PEMAT-P (AHRQ 2013) and SAM (Doak 1996); the numbers
are those of their items.
"""

from __future__ import annotations

#: Question and the items that ask it.
QUESTIONS: tuple[tuple[str, str], ...] = (
    ("Does a reader see at once what this text is for?", "PEMAT-P 1; SAM 1a"),
    ("Does the main message come first, and is it the one that stays?", "CDC 1, 2 and 10"),
    ("Is everything that does not serve the purpose left out?", "PEMAT-P 2"),
    ("Does the order follow what a reader wants to know next?", "PEMAT-P 10"),
    ("Is it clear what the reader can do, in small steps?", "CDC 5 and 14; PEMAT-P 20 and 22"),
    ("Does the text say why that matters to the reader?", "CDC 13"),
    ("Is it said what is known and what is not?", "CDC 11"),
    ("Are risks and benefits told together, and in numbers with a meaning?", "CDC 18 to 20"),
    ("Can every sum be spared the reader?", "CDC 17; PEMAT-P 7"),
    ("Do pictures help readers understand, with captions that say how?", "CDC 4; PEMAT-P 15 to 17"),
    ("Do examples, names and pictures fit the people who will read this?", "SAM 6"),
    ("Is the content right, complete and up to date?", "no instrument; a subject reviewer"),
    ("Have some of its readers tried it, and said back what it means?", "no instrument"),
)
