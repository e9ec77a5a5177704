"""Easy Read: what matters to me."""

from ..prose import sections

_CY = """
## Beth yw hwn

Mae hwn yn eich helpu i ddweud beth sy’n bwysig i chi.

Chi sy’n dewis. Does dim ateb anghywir.

Gallwch chi ysgrifennu, tynnu llun neu siarad.

Does dim rhaid ateb popeth.

## Fi

Fy enw i yw:

Dw i’n hoffi cael fy ngalw’n:

Dw i’n siarad orau yn (Cymraeg, Saesneg, arwyddo, lluniau):

## Pethau da

Rhywbeth dw i’n dda am ei wneud:

Rhywun dw i’n hoffi bod gyda nhw:

Rhywle dw i’n hoffi mynd:

Diwrnod da i fi yw:

## Beth dw i am ei newid

Rhywbeth sy’n anodd:

Rhywbeth dw i am ei wneud:

Rhywbeth dw i am roi’r gorau iddo:

## Pwy sy’n gallu helpu

Dw i’n gallu ei wneud fy hun. (Ydw / Nac ydw)

Dw i am gael help gan:

Dydw i ddim am gael help gan:

## Nod

Nod yw rhywbeth rydych chi am iddo ddigwydd.

Fy nod i yw:

Bydda i’n gwybod ei fod wedi digwydd pan:

## Heddiw

Rhowch gylch o gwmpas un rhif.

- 1. Ddim yn dda
- 2. Gweddol
- 3. Iawn
- 4. Da
- 5. Da iawn

## Nes ymlaen

Byddwn ni’n gofyn eto ar ddyddiad rydych chi’n ei ddewis.

Dyddiad:

Byddwn ni’n gofyn beth sydd wedi newid.

Os nad yw’n gweithio, byddwn ni’n newid y cynllun. Nid eich bai chi yw hynny.

## Chi biau’r papur hwn

Chi sy’n dewis pwy sy’n ei weld.

Gallwch chi newid eich meddwl.
"""

_EN = """
## What this is

This helps you to say what matters to you.

You choose. There is no wrong answer.

You can write, draw or talk.

You do not have to answer everything.

## Me

My name is:

I like to be called:

I talk best in (Welsh, English, signing, pictures):

## Good things

Something I am good at:

Somebody I like to be with:

Somewhere I like to go:

A good day for me is:

## What I want to change

Something that is hard:

Something I want to do:

Something I want to stop doing:

## Who can help

I can do it myself. (Yes / No)

I want help from:

I do not want help from:

## A goal

A goal is something you want to happen.

My goal is:

I will know that it has happened when:

## Today

Put a circle around one number.

- 1. Not good
- 2. So-so
- 3. All right
- 4. Good
- 5. Very good

## Later

We will ask again on a date that you choose.

Date:

We will ask what has changed.

If it is not working, we will change the plan. That is not your fault.

## This paper is yours

You choose who sees it.

You can change your mind.
"""

EASY_READ_WHAT_MATTERS = {
    "slug_cy": "hawdd-ei-ddeall-beth-syn-bwysig-i-fi",
    "slug_en": "easy-read-what-matters-to-me",
    "title": {"cy": "Hawdd ei Ddeall: beth sy’n bwysig i fi", "en": "Easy Read: what matters to me"},
    "summary": {
        "cy": "Papur i’w lenwi gyda rhywun: pethau da, pethau i’w newid, a nod o’ch dewis chi.",
        "en": "A paper to fill in with somebody: good things, things to change, and a goal that you choose.",
    },
    "kind": "easy_read",
    "principles": ["matters", "strengths"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["learning-disability", "measuring"],
    "region": "all",
    "licence": "cc-by",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
