"""The five principles in plain words, with a question for each."""

from ..prose import sections

_CY = """
## Sut i ddefnyddio’r daflen hon

Darllenwch un egwyddor ar ddechrau pob cyfarfod tîm. Trafodwch y cwestiwn am ddeng munud. Ar ôl pum cyfarfod
byddwch chi wedi edrych ar y cyfan, yn eich geiriau eich hun.

## 1. Seiliedig ar asedau, â phobl yn ganolog

Mae gan bawb rywbeth i’w gynnig. Dechreuwch gyda chryfderau pobl, nid gyda’u diagnosis, eu cod post na’u
problem. Gwnewch le i’r person cyfan.

- Cwestiwn: beth mae’r bobl sy’n dod aton ni yn dda am ei wneud? Sut rydyn ni’n gwybod?

## 2. Rhwydweithiau cymheiriaid sy’n gweithio ar draws seilos

Mae pobl sydd wedi bod drwy’r un peth yn gallu helpu ei gilydd mewn ffordd na all neb arall. Ac mae bywyd pobl
yn croesi ffiniau adrannau, felly rhaid i ninnau eu croesi hefyd.

- Cwestiwn: pwy hoffai gwrdd â phwy? Pa wal allen ni dynnu carreg ohoni?

## 3. Canolbwyntio ar ganlyniadau, gwneud yr hyn sy’n bwysig

Nid faint rydyn ni’n ei wneud sy’n bwysig, ond pa wahaniaeth mae’n ei wneud. Y person sy’n penderfynu beth yw
llwyddiant.

- Cwestiwn: beth wnaethon ni’r wythnos hon a oedd yn bwysig i ni’n unig?

## 4. Perthnasoedd o ymddiriedaeth

Mae ymddiriedaeth yn tyfu’n araf ac yn torri’n gyflym. Cadwch addewidion bach. Dywedwch pan nad ydych chi’n
gwybod. Rhannwch y pŵer, a’r cyfrifoldeb hefyd.

- Cwestiwn: pa addewid sydd heb ei gadw eto?

## 5. O ddarparu i alluogi

Weithiau’r help gorau yw camu’n ôl. Mae gwasanaeth sy’n galluogi yn gofyn “beth fyddai’n eich helpu chi i wneud
hyn?” cyn gofyn “beth wnawn ni i chi?”

- Cwestiwn: beth allen ni ei drosglwyddo, gyda’r arian a’r allweddi?

## Y pump gyda’i gilydd

Mae un egwyddor ar ei phen ei hun yn gallu mynd o chwith. Cryfderau heb rannu pŵer yw gwaith am ddim.
Canlyniadau heb ymddiriedaeth yw targedau. Mae angen y pump.
"""

_EN = """
## How to use this leaflet

Read one principle at the start of each team meeting. Discuss the question for ten minutes. After five meetings
you will have looked at them all, in your own words.

## 1. Asset-based, people-centred

Everybody has something to offer. Start with people’s strengths, not with their diagnosis, their postcode or
their problem. Make room for the whole person.

- Question: what are the people who come to us good at? How do we know?

## 2. Peer networks that work across silos

People who have been through the same thing can help each other in a way that nobody else can. And people’s
lives cross the lines between departments, so we have to cross them too.

- Question: who would like to meet whom? Which wall could we take a stone out of?

## 3. Outcomes focused, doing what matters

What counts is not how much we do, but what difference it makes. The person decides what success is.

- Question: what did we do this week that mattered only to us?

## 4. Relationships of trust

Trust grows slowly and breaks quickly. Keep small promises. Say when you do not know. Share the power, and the
responsibility too.

- Question: which promise has not been kept yet?

## 5. From delivering to enabling

Sometimes the best help is to step back. A service that enables asks “what would help you to do this?” before it
asks “what shall we do for you?”

- Question: what could we hand over, together with the money and the keys?

## The five together

One principle on its own can go wrong. Strengths without shared power are free labour. Outcomes without trust
are targets. You need all five.
"""

PRINCIPLES_PLAINLY = {
    "slug_cy": "pum-egwyddor-mewn-geiriau-plaen",
    "slug_en": "five-principles-in-plain-words",
    "title": {"cy": "Pum egwyddor mewn geiriau plaen", "en": "Five principles in plain words"},
    "summary": {
        "cy": "Taflen i dimau: pob egwyddor mewn ychydig frawddegau, gyda chwestiwn i’w drafod.",
        "en": "A leaflet for teams: each principle in a few sentences, with a question to discuss.",
    },
    "kind": "document",
    "principles": ["strengths", "networks", "matters", "trust", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["getting-started", "teams"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
