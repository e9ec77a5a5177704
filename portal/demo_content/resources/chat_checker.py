"""Chat-checker: one person looks after the conversation."""

from ..prose import sections

_CY = """
## Y syniad

Mewn sgwrs rydd mae rhai pobl yn siarad llawer, a rhai’n aros am fwlch nad yw byth yn dod. Mae gwiriwr y sgwrs
yn gofalu am y bwlch hwnnw. Nid cadeirydd yw e, ac nid ysgrifennydd. Ei waith yw helpu’r grŵp i glywed pawb.

Mae’r hyfforddiant yn defnyddio’r enw hwn heb ragor o fanylion. Ymarfer hwyluso cyffredin sydd yma, felly
newidiwch e fel y mynnoch chi.

## Cyn dechrau

- Gofynnwch pwy hoffai roi cynnig arni heddiw. Person gwahanol bob tro.
- Dywedwch wrth bawb beth yw’r rôl, er mwyn i neb gael ei synnu.
- Cytunwch ar arwydd bach: llaw i fyny, cerdyn lliw, neu air yn y sgwrs ar-lein.

## Yn ystod y sgwrs

- Sylwch pwy sydd heb siarad. Agorwch y drws: “hoffai unrhyw un arall ddweud rhywbeth?”
- Peidiwch â rhoi neb dan bwysau. Mae gwrando’n gyfraniad.
- Ar-lein, darllenwch yn uchel yr hyn mae pobl wedi’i deipio, a dywedwch enw’r person.
- Os yw’r sgwrs wedi crwydro, gofynnwch i’r grŵp a ydyn nhw’n hapus â hynny.
- Cadwch lygad ar y cloc, a rhowch wybod bum munud cyn y diwedd.

## Nodi’r prif bwyntiau

Ysgrifennwch eiriau pobl eu hunain, nid eich crynodeb chi. Mae tri phwynt yn ddigon. Peidiwch â nodi pwy
ddywedodd beth oni bai eu bod nhw’n fodlon.

## Ar y diwedd

Darllenwch y nodiadau yn ôl. Holwch: ydw i wedi deall yn iawn? Oes rhywbeth pwysig ar goll? Yna rhowch y
nodiadau i’r grŵp, achos y grŵp biau nhw.

## I’r gwiriwr

Mae’n anodd siarad a gwirio ar yr un pryd. Gofynnwch i rywun gymryd y rôl am bum munud os oes gennych chi
rywbeth i’w ddweud.
"""

_EN = """
## The idea

In a free conversation some people talk a lot, and some wait for a gap that never comes. The chat-checker looks
after that gap. They are not a chair, and not a secretary. Their work is to help the group to hear everybody.

The training uses this name without more detail. What is here is common facilitation practice, so change it as
you wish.

## Before you start

- Ask who would like to have a go today. A different person every time.
- Tell everybody what the role is, so that nobody is surprised.
- Agree on a small sign: a hand up, a coloured card, or a word in the online chat.

## During the conversation

- Notice who has not spoken. Open the door: “would anybody else like to say something?”
- Do not put anybody under pressure. Listening is a contribution.
- Online, read out what people have typed, and say the person’s name.
- If the conversation has wandered, ask the group if they are happy with that.
- Keep an eye on the clock, and say when there are five minutes left.

## Noting the main points

Write people’s own words, not your summary. Three points are enough. Do not note who said what unless they are
happy for you to.

## At the end

Read the notes back. Ask: have I understood? Is anything important missing? Then give the notes to the group,
because they belong to the group.

## To the checker

It is hard to speak and to check at the same time. Ask somebody to take the role for five minutes if you have
something to say.
"""

CHAT_CHECKER = {
    "slug_cy": "gwiriwr-y-sgwrs",
    "slug_en": "chat-checker",
    "title": {"cy": "Gwiriwr y sgwrs", "en": "Chat-checker"},
    "summary": {
        "cy": "Rôl fach i un person mewn sgwrs rydd, wyneb yn wyneb neu ar-lein, er mwyn i bawb gael eu clywed.",
        "en": "A small role for one person in a free conversation, in person or online, so that everybody is heard.",
    },
    "kind": "method",
    "principles": ["trust", "networks"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["facilitation", "digital"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
