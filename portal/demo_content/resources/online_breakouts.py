"""Breakout groups online; its document is in English only."""

from ..prose import sections

_EN = """
## Why small groups

In a large online meeting two people talk and forty watch. In a group of four everybody talks. Most of what
people remember from a day of training was said in a small group.

## Before the day

- Decide the size. Four is good. Three works if people are shy. Six is too many.
- Mix people on purpose: citizens with staff, new members with old hands.
- Ask beforehand which language people want to speak, and make at least one group for each.
- Keep a supporter or an interpreter with the person they came with. Check this twice.
- Write the question down where everybody can see it after they have moved.

## The first group: introductions

Use a round robin. Name, organisation if you have one, and two questions.

- Where are you at with co-production right now: knowledge, skills, experience, feelings, actions?
- What made you smile in the past week?

Ten minutes for four people. Say so before they go.

## The second group: after the break

Same people or new? New people bring new ideas, the same people bring trust. Choose one and say why. The
question is: what will stick so far, and what has been interesting, unexpected, confirming or challenging?

## Roles in each group

- One person starts.
- One person is chat-checker.
- One person brings back one sentence, not a report.

## When something goes wrong

Somebody will drop out of the call. Somebody’s parrot will join in. Put a phone number on the screen, and have
one person who does nothing but help people back in. A group left with one person in it should be joined by a
host within a minute.

## Coming back

Do not ask every group to report. Ask: what surprised you? Take three answers. Then let people stretch their
legs, and turn the cameras off for a real break.
"""

ONLINE_BREAKOUTS = {
    "slug_cy": "grwpiau-bach-ar-lein",
    "slug_en": "breakout-groups-online",
    "title": {"cy": "Grwpiau bach ar-lein: canllaw i hwyluswyr", "en": "Breakout groups online: a facilitator’s guide"},
    "summary": {
        "cy": "Maint, cymysgedd, iaith a rolau: sut i wneud i grwpiau bach ar-lein weithio. Saesneg yw’r ddogfen.",
        "en": "Size, mix, language and roles: how to make small groups online work.",
    },
    "kind": "document",
    "principles": ["networks", "trust"],
    "spectrum": ["with"],
    "problem_types": ["complicated"],
    "topics": ["facilitation", "digital"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2025,
    "members_only": False,
    "pdf": {"en": sections(_EN)},
}
