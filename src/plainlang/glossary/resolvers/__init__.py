"""From a link's address to the glossary entry that it names: one file per dictionary."""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.config import GlossaryLink
from plainlang.glossary.base import Reference
from plainlang.glossary.resolvers import nci, nci_pretty
from plainlang.glossary.resolvers.base import Resolver
from plainlang.glossary.resolvers.generic import PrefixResolver

#: In the order in which they are asked; the first answer counts.
RESOLVERS: tuple[Resolver, ...] = (nci.resolve, nci_pretty.resolve)

__all__ = ["RESOLVERS", "Resolver", "resolve", "resolvers_for"]


def resolvers_for(links: Iterable[GlossaryLink]) -> tuple[Resolver, ...]:
    """Return the resolvers of a project: those of ``[[glossary.links]]`` before the built-in."""
    own = tuple(PrefixResolver(link.prefix, link.dictionary, link.by) for link in links)
    return (*own, *RESOLVERS)


def resolve(url: str, resolvers: Iterable[Resolver] = RESOLVERS) -> Reference | None:
    """Return what ``url`` refers to, ``None`` where it is no link to a glossary.

    :param url: a link's target as it stands in the document, relative or absolute.
    """
    for resolver in resolvers:
        reference = resolver(url)
        if reference is not None:
            return reference
    return None
