"""Easy Read: what matters to me."""

from ..prose import sections

_CY = """
## Beth yw hwn

Mae hwn yn eich helpu i ddweud beth sy’n bwysig i chi.

Chi sy’n dewis. Does dim ateb anghywir.

Gallwch chi ysgrifennu, tynnu llun neu siarad.

Does dim rhaid ateb popeth.

## Fi

Fy enw i yw: ___

Dw i’n hoffi cael fy ngalw’n: ___

Dw i’n siarad orau yn (Cymraeg, Saesneg, arwyddo, lluniau): ___

## Pethau da

Rhywbeth dw i’n dda am ei wneud: ___

Rhywun dw i’n hoffi bod gyda nhw: ___

Rhywle dw i’n hoffi mynd: ___

Diwrnod da i fi yw: ___

## Beth dw i am ei newid

Rhywbeth sy’n anodd: ___

Rhywbeth dw i am ei wneud: ___

Rhywbeth dw i am roi’r gorau iddo: ___

## Pwy sy’n gallu helpu

Dw i’n gallu ei wneud fy hun. (Ydw / Nac ydw)

Dw i am gael help gan: ___

Dydw i ddim am gael help gan: ___

## Nod

Nod yw rhywbeth rydych chi am iddo ddigwydd.

Fy nod i yw: ___

Bydda i’n gwybod ei fod wedi digwydd pan: ___

## Heddiw

Sut mae pethau heddiw? Rhowch gylch o gwmpas un ateb.

- Ddim yn dda
- Gweddol
- Iawn
- Da
- Da iawn

## Nes ymlaen

Byddwn ni’n gofyn eto ar ddyddiad rydych chi’n ei ddewis.

Dyddiad: ___

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

My name is: ___

I like to be called: ___

I talk best in (Welsh, English, signing, pictures): ___

## Good things

Something I am good at: ___

Somebody I like to be with: ___

Somewhere I like to go: ___

A good day for me is: ___

## What I want to change

Something that is hard: ___

Something I want to do: ___

Something I want to stop doing: ___

## Who can help

I can do it myself. (Yes / No)

I want help from: ___

I do not want help from: ___

## A goal

A goal is something you want to happen.

My goal is: ___

I will know that it has happened when: ___

## Today

How are things today? Put a circle around one answer.

- Not good
- So-so
- All right
- Good
- Very good

## Later

We will ask again on a date that you choose.

Date: ___

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
