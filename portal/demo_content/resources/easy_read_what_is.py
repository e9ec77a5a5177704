"""Easy Read: what is co-production?"""

from ..prose import sections

_CY = """
## Am beth mae hwn

Mae hwn yn sôn am gydgynhyrchu.

Mae rhai geiriau’n anodd. Rydyn ni’n dweud beth maen nhw’n ei feddwl.

Gallwch chi ofyn i rywun eich helpu i ddarllen.

## Beth yw cydgynhyrchu?

Cydgynhyrchu yw gweithio gyda’n gilydd.

Mae pobl yn gweithio gyda staff.

Mae pawb yn gyfartal. Mae hynny’n meddwl bod llais pawb yr un mor bwysig.

Rydyn ni’n rhannu’r gwaith.

Rydyn ni’n rhannu’r pŵer. Pŵer yw cael penderfynu.

## Beth rydych chi’n ei roi

Rydych chi’n gwybod am eich bywyd chi.

Rydych chi’n gallu gwneud pethau.

Rydych chi’n nabod pobl.

Mae’r pethau hyn i gyd yn helpu.

## Pum peth i’w cofio

- Mae pawb yn dda am wneud rhywbeth.
- Mae pobl yn gallu helpu ei gilydd.
- Rydyn ni’n gwneud y pethau sy’n bwysig i chi.
- Rydyn ni’n cadw ein gair.
- Rydyn ni’n eich helpu i’w wneud eich hun.

## Tair ffordd o weithio

- Gwneud i chi. Mae rhywun arall yn dewis. Dydyn nhw ddim yn gofyn.
- Gwneud dros chi. Mae rhywun arall yn dewis. Maen nhw am eich helpu.
- Gwneud gyda chi. Rydyn ni’n dewis gyda’n gilydd.

Gwneud gyda chi yw cydgynhyrchu.

## Beth sydd ddim yn gydgynhyrchu

- Gofyn i chi ar ôl penderfynu.
- Gofyn i chi, a pheidio â gwrando.
- Gofyn i chi weithio heb ddweud diolch.

## Beth gallwch chi ei ofyn

Gallwch chi ofyn:

- Pwy sy’n penderfynu?
- Ga’ i helpu i benderfynu?
- Beth fydd yn newid?
- Pryd byddwch chi’n dweud wrtha i beth ddigwyddodd?

## Os hoffech chi ymuno

Gallwch chi ymuno â’r Rhwydwaith.

Mae am ddim.

Gallwch chi gwrdd â phobl eraill a dysgu gyda’ch gilydd.
"""

_EN = """
## What this is about

This is about co-production.

Some words are hard. We say what they mean.

You can ask somebody to help you to read.

## What is co-production?

Co-production is working together.

People work with staff.

Everybody is equal. That means every voice is just as important.

We share the work.

We share the power. Power is getting to decide.

## What you bring

You know about your life.

You can do things.

You know people.

All these things help.

## Five things to remember

- Everybody is good at something.
- People can help each other.
- We do the things that matter to you.
- We keep our word.
- We help you to do it yourself.

## Three ways of working

- Doing to you. Somebody else chooses. They do not ask.
- Doing for you. Somebody else chooses. They want to help you.
- Doing with you. We choose together.

Doing with you is co-production.

## What is not co-production

- Asking you after it has been decided.
- Asking you, and not listening.
- Asking you to work without saying thank you.

## What you can ask

You can ask:

- Who decides?
- May I help to decide?
- What will change?
- When will you tell me what happened?

## If you would like to join

You can join the Network.

It is free.

You can meet other people and learn together.
"""

EASY_READ_WHAT_IS = {
    "slug_cy": "hawdd-ei-ddeall-beth-yw-cydgynhyrchu",
    "slug_en": "easy-read-what-is-co-production",
    "title": {
        "cy": "Hawdd ei Ddeall: beth yw cydgynhyrchu?",
        "en": "Easy Read: what is co-production?",
    },
    "summary": {
        "cy": "Y syniad mewn brawddegau byr. Un peth ar y tro.",
        "en": "The idea in short sentences. One thing at a time.",
    },
    "kind": "easy_read",
    "principles": ["strengths", "trust"],
    "spectrum": ["to", "for", "with"],
    "problem_types": ["complex"],
    "topics": ["learning-disability", "getting-started"],
    "region": "all",
    "licence": "cc-by",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
