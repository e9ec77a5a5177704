"""Members who want both languages, and members who have not been asked yet."""

from .person import in_language, person

BOTH = in_language(
    "both",
    [
        person(
            "Elin Hawthorn",
            "valleys",
            "worker",
            "cwm-helyg",
            "Gweithio’n ddwyieithog. / I work in both languages.",
        ),
        person("Aled Gorse", "west", "official", "", "Holi mwy, addo llai. / Asking more, promising less."),
        person(
            "Megan Poplys",
            "north",
            "citizen",
            "lleisiau-ifanc-llanwennol",
            "Dysgu hwyluso. / Learning to facilitate.",
        ),
        person("Rhian Bracken", "mid", "carer", "", "Gofalwr a garddwr. / Carer and gardener."),
        person("Huw Sorrel", "cardiff", "volunteer", "caffi-trwsio-tregelyn", "Beiciau! / Bicycles!"),
        person("Catrin Mimosa", "south-east", "worker", "tai-craig-y-gog", "Tai da i bawb. / Good homes for all."),
        person("Ifan Sycamorwydd", "west", "researcher", "", "Mesur beth sy’n bwysig. / Measuring what matters."),
        person(
            "Bethan Clover",
            "north",
            "lived_experience worker",
            "",
            "Un person, dwy rôl. / One person, two roles.",
        ),
    ],
)

NOT_ASKED = in_language(
    "",
    [
        person("Pat Willowherb", "valleys", "citizen", "", "Happy to help at the door."),
        person("Idris Mynydd", "north", "volunteer", "", "Cerddwr. Fe ddof i os oes bryn gerllaw."),
        person("Sam Heatherbell", "cardiff", "student", "", "New here."),
        person("Angharad Clogwyn", "west", "worker", "", "Newydd ymuno."),
        person("Ken Bramble", "mid", "carer", "", "Carer for my brother."),
        person("Olwen Nant", "north", "citizen", "", "Nain, cymydog, cadeirydd y clwb cinio."),
        person("Ravi Bodhi", "south-east", "worker", "", "Community connector."),
        person("Mair Llwyn-y-grug", "mid", "lived_experience", "", "Yma i wrando."),
        person("Alun Cwmwl", "valleys", "volunteer", "", "Dw i’n gwneud y te."),
        person("Jo Wildrose", "cardiff", "citizen", "", "I like to know my neighbours."),
    ],
)
