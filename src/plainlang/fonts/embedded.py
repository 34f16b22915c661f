"""Which symbols the two fonts have that Typst carries inside.

They are the last resort for arrows, ticks, boxes, circled digits and mathematical signs, which
no text face has. Their files are not on disk, so their coverage stands here; a test sets every
one of these characters with Typst, so that a release of Typst with other fonts is noticed.

Only the blocks of symbols (U+2000 to U+2BFF and the mathematical alphabets) are listed: a text
in an alphabet that happens to be in a monospaced font must fail, not look like a till receipt.
Read from the ``cmap`` of the fonts in Typst 0.15: characters that regular and bold both have.
"""

from __future__ import annotations

from functools import cache

_DEJAVU_SANS_MONO = """
    2010-2023 2026 2030-2037 2039-203a 203c-203f 2045-2049 204b 2070-2071 2074-208e 2090-209c
    20a0-20b5 20b8-20ba 20bd 2102 2105 210d-210f 2115-2117 2119-211a 211d 2122 2124 2126
    212a-212b 212e 2148 2150-2151 2153-215f 2189 2190-2213 2215 2217-2220 2223 2227-222d
    2234-223d 2241-2269 226d-228b 228d-22a5 22b2-22b5 22b8 22c2-22c6 22cd-22d1 22da-22e9 22ef
    2300-2306 2308-2315 2318-2319 231c-2321 2325-2328 232b 2335-237a 237d 2380-2383 2388-238b
    2395 239b-23ae 23ce-23cf 2423 2500-262f 2638-268b 2690-269c 26a0-26a1 26b0-26b1 2701-2704
    2706-2709 270c-2727 2729-274b 274d 274f-2752 2756 2758-275e 2761-2775 2794 2798-27af
    27b1-27be 27c2 27c5-27c6 27dc 27e0 27e6-27eb 27f5-27f7 2987-2988 2997-2998 29eb 29fa-29fb
    2a00 2a2f 2a6a-2a6b 2b05-2b0d 2b12-2b1a 1d55a
"""

_NEW_COMPUTER_MODERN_MATH = """
    2024-2025 2027 2038 203b 2040-2044 204a 204c-205e 2100-2101 2103-2104 2106-210c 2110-2114
    2118 211b-211c 211e-2121 2123 2125 2127-2129 212c-212d 212f-2147 2149-214f 2214 2216
    2221-2222 2224-2226 222e-2233 223e-2240 226a-226c 228c 22a6-22b1 22b6-22b7 22b9-22c1
    22c7-22cc 22d2-22d9 22ea-22ee 22f0-22ff 2307 2316-2317 231a-231b 2322-2324 2329-232a
    232c-2334 237b-237c 237e-237f 2384-2387 238c-2394 2396-239a 23af-23cd 23d0-23ff 2422
    2460-24ff 26a5 26aa-26ae 26b2 27c0-27c1 27c3-27c4 27c7-27db 27dd-27df 27e1-27e5 27ec-27f4
    27f8-27ff 2900-2986 2989-2996 2999-29ea 29ec-29f9 29fc-29ff 2a01-2a2e 2a30-2a69 2a6c-2b04
    2b0e-2b11 2b1b-2b73 2b76-2b95 2b97-2bff 1d400-1d454 1d456-1d49c 1d49e-1d49f 1d4a2
    1d4a5-1d4a6 1d4a9-1d4ac 1d4ae-1d4b9 1d4bb 1d4bd-1d4c3 1d4c5-1d505 1d507-1d50a 1d50d-1d514
    1d516-1d51c 1d51e-1d539 1d53b-1d53e 1d540-1d544 1d546 1d54a-1d550 1d552-1d559 1d55b-1d6a5
    1d6a8-1d7cb 1d7ce-1d7ff
"""


def _code_points(ranges: str) -> frozenset[int]:
    result: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        result.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(result)


@cache
def symbol_fonts() -> tuple[tuple[str, frozenset[int]], ...]:
    """Return ``(family, code points)`` of the embedded fonts, in the order to ask them."""
    return (
        ("DejaVu Sans Mono", _code_points(_DEJAVU_SANS_MONO)),
        ("New Computer Modern Math", _code_points(_NEW_COMPUTER_MODERN_MATH)),
    )
