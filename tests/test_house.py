"""The house rules, kept by machine."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template

pytestmark = pytest.mark.once  # about files, whatever the database is
ROOT = Path(__file__).resolve().parent.parent
OURS = ("core", "members", "events", "resources", "newsletter", "portal")
#: a call of any of these writes rows, whatever it is called on
ALWAYS_WRITES = {
    "save",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "delete",
    "add_child",
}
WRITES = ALWAYS_WRITES | {"update"}
#: file → the calls that look like writing rows, each with what it writes instead
NO_ROWS = {
    "core/export.py": {"workbook.save": "a spreadsheet, which is a file"},
    "events/viewsets/events.py": {"self.form.save": "memory alone; the action writes what it gets"},
    "portal/messages.py": {"_empty().save": "a catalogue, which is a file"},
    "portal/management/commands/messages.py": {"catalogue.save": "a catalogue, which is a file"},
    "portal/sharing/draw.py": {"draw(card).quantize(128, dither=Image.Dither.NONE).save": "a picture, which is a file"},
}
#: staff screen → what Wagtail's own form may do there, and why that needs no action
BY_FORM = {
    "ResourceViewSet": ({"add", "change", "delete"}, "facts without people; a hook tells search"),
    "TopicViewSet": ({"add", "change", "delete"}, "names alone; a hook tells search"),
}
WRITERS = ("actions", "demo", "migrations", "mail", "search", "search_sync", "demo_content", "broker", "roles")
TWICE_THE_ASK = {"file": 600, "function": 60, "template": 160, "parameters": 14, "settings": 500}


def tracked(pattern: str) -> list[Path]:
    """Files of ours that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    return [ROOT / name for name in listed if (ROOT / name).exists()]


PYTHON = [p for p in tracked("*.py") if p.relative_to(ROOT).parts[0] in OURS and "migrations" not in p.parts]
TEMPLATES = tracked("templates/*.html")
COMPONENTS = [p for p in TEMPLATES if p.parent.name == "components"]
EMAILS = sorted(
    {
        re.sub(r"\.(subject\.txt|txt|html)$", "", str(p.relative_to(ROOT / "templates/email")))
        for p in tracked("templates/email/*/*")
        if p.parent.parent.name == "email"
    }
)


def name_of(path: Path) -> str:
    """A short name for a test's id."""
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(path.read_text())


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_only_actions_write(path):
    """Views, forms, models and tasks call actions; they never write rows themselves."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    if any(part in WRITERS for part in parts) or path.name == "models.py" or "models" in parts:
        return
    calls = [
        f"{line}: {call}" for line, call in writing_calls(tree(path)) if call not in NO_ROWS.get(name_of(path), {})
    ]
    assert not calls, f"{name_of(path)} writes: {calls}"


def writing_calls(module: ast.Module) -> list[tuple[int, str]]:
    """Line and words of each call that writes rows."""
    return [
        (node.lineno, ast.unparse(node.func))
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr in ALWAYS_WRITES or (node.func.attr in WRITES and not plain_container(node.func.value)))
    ]


@pytest.mark.parametrize(
    "source", ["form.save()", "super().save()", "found.delete()", "Topic(name='x').save()", "rows.update(name='x')"]
)
def test_writing_is_noticed_however_it_is_spelt(source):
    """The rule above would fail over each of these."""
    assert writing_calls(ast.parse(source))


def screens_of_ours() -> dict:
    """Each staff screen of ours that shows a model, by its name."""
    from wagtail import hooks
    from wagtail.admin.viewsets.model import ModelViewSet

    hooks.search_for_hooks()
    found, queue = {}, [ModelViewSet]
    while queue:
        for cls in queue.pop().__subclasses__():
            queue.append(cls)
            if cls.__module__.split(".")[0] in OURS and getattr(cls, "model", None):
                found[cls.__name__] = cls
    return found


def ways_around_actions(screen) -> set[str]:
    """What an administrator can do on a staff screen that Wagtail writes by itself, without an action of ours."""
    from django.contrib.auth import get_user_model
    from wagtail.permissions import policy_registry

    anybody = get_user_model()(is_superuser=True, is_active=True)
    policy = policy_registry.get_by_type(screen.model)
    doors = {
        "add": screen.add_view_class.save_instance,
        "change": screen.edit_view_class.save_instance,
        "delete": screen.delete_view_class.delete_action,
    }
    return {
        verb
        for verb, writes in doors.items()
        if policy.user_has_permission(anybody, verb) and writes.__module__.split(".")[0] not in OURS
    }


def test_staff_screens_write_through_actions():
    """A form of Wagtail's that saves a model of ours hands what was typed to an action, or says here why not."""
    ways = {name: ways_around_actions(screen) for name, screen in screens_of_ours().items()}
    assert {name: verbs for name, verbs in ways.items() if verbs} == {
        name: verbs for name, (verbs, _) in BY_FORM.items()
    }


def test_a_staff_screen_that_saves_by_itself_is_noticed():
    """The rule above would fail over a plain screen of Wagtail's."""
    from types import SimpleNamespace

    from wagtail.admin.viewsets.model import ModelViewSet

    from members.models import Organisation

    views = {name: getattr(ModelViewSet, name) for name in ("add_view_class", "edit_view_class", "delete_view_class")}
    assert ways_around_actions(SimpleNamespace(model=Organisation, **views)) == {"add", "change", "delete"}


def plain_container(node: ast.expr) -> bool:
    """`context.update(…)` and the like change a dict, not a row."""
    chain = ast.unparse(node)
    return not re.search(
        r"objects|\.filter\(|\.all\(|queryset|qs\b|instance|^self\.(object|user)|page|row|place|booking", chain
    )


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_python_keeps_its_size_and_says_its_purpose(path):
    """Files, functions and parameter lists stay short; modules, classes and public functions have a sentence."""
    source, module = path.read_text(), tree(path)
    limit = TWICE_THE_ASK["settings" if "settings" in path.parts else "file"]
    assert len(source.splitlines()) <= limit
    assert not source.strip() or ast.get_docstring(module), "no docstring"
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < TWICE_THE_ASK["function"], f"{node.name} is too long"
            args = node.args
            count = len(args.posonlyargs) + len(args.args) + len(args.kwonlyargs)
            assert count <= TWICE_THE_ASK["parameters"], f"{node.name} has {count} parameters"
    for node in module.body:
        if (
            isinstance(node, (ast.FunctionDef, ast.ClassDef))
            and not node.name.startswith("_")
            and node.name != "Command"
        ):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_no_second_way(path):
    """No getattr(settings, …), no print, no direct mail, no utils."""
    source = path.read_text()
    assert path.name != "utils.py"
    assert "getattr(settings" not in source
    assert "EmailMessage(" not in source or "mail" in path.parts or path.name == "development.py"
    assert not re.search(r"\bsend_mail\(", source) or path.name == "adapters.py"
    if "commands" not in path.parts and path.name != "supervise.py":
        assert not re.search(r"^\s*print\(", source, re.MULTILINE)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_are_short_and_strict(path):
    """Templates stay short; no inline script or style outside emails and the static 500 page."""
    text = path.read_text()
    assert len(text.splitlines()) <= TWICE_THE_ASK["template"]
    if "email" in path.parts or path.name in ("500.html", "maintenance.html"):
        return
    assert not re.search(r"\sstyle=", text), "inline style"
    assert not re.search(r"\son[a-z]+=", text), "inline handler"
    for script in re.findall(r"<script[^>]*>", text):
        assert " src=" in script or "nonce" in script or "application/json" in script, script


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_forms_name_their_address(path):
    """A form without one takes along the "#main" of who has skipped there, and so moves focus on the page that comes."""
    assert not [tag for tag in re.findall(r"<form\b[^>]*", path.read_text()) if "action=" not in tag]


@pytest.mark.parametrize("path", COMPONENTS, ids=name_of)
def test_component_opens_with_its_contract(path):
    """A component says what it is and what it takes, and stays within 60 lines."""
    text = path.read_text()
    assert re.match(r"\s*({%\s*load[^%]*%}\s*)?({#|{%\s*comment)", text), "no contract"
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("path", COMPONENTS, ids=name_of)
def test_component_is_in_the_styleguide(path):
    """A component is not done until it is there."""
    from portal.styleguide import SAMPLES

    assert path.stem in SAMPLES


def test_components_are_included_with_only():
    """A component sees what it is given and nothing else."""
    loose = [
        f"{name_of(path)}: {tag}"
        for path in TEMPLATES
        for tag in re.findall(r"{%\s*include\s+\"components/[^%]*%}", path.read_text())
        if not re.search(r"\bonly\s*%}", tag)
    ]
    assert not loose


@pytest.mark.parametrize("email", EMAILS)
def test_email_has_three_files_and_a_sample(email):
    """Each email has a subject, a text and an HTML part, and is shown in the styleguide."""
    from core.slots import email_samples

    for ending in ("subject.txt", "txt", "html"):
        get_template(f"email/{email}.{ending}")
    assert email in email_samples.all()


@pytest.mark.django_db
def test_no_migration_is_missing():
    """Models and migrations agree."""
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def blocks_of_ours():
    """Every StreamField block class of ours."""
    from wagtail.blocks import Block

    found, queue = [], [Block]
    while queue:
        for cls in queue.pop().__subclasses__():
            queue.append(cls)
            if cls.__module__.split(".")[0] in OURS:
                found.append(cls)
    return sorted(set(found), key=lambda cls: cls.__name__)


def test_every_block_has_a_description_and_a_template():
    """Editors see what a block is for."""
    apps.check_apps_ready()
    bare = [
        b.__name__
        for b in blocks_of_ours()
        if b._meta_class and not (getattr(b._meta_class, "description", "") and getattr(b._meta_class, "template", ""))
    ]
    assert not bare


def test_raw_values_stand_in_tokens_only():
    """Colours are named in tokens.css and nowhere else."""
    raw = [
        f"{name_of(path)}: {value}"
        for path in tracked("static/css/*.css") + tracked("static/css/components/*.css")
        if path.name not in ("tokens.css", "fonts.css")
        for value in re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*{)|rgba?\([^)]*\)", path.read_text())
    ]
    assert not raw


def test_the_project_names_no_registry():
    """No address of a package registry stands in any file."""
    hosts = ("pypi" + ".org", "registry." + "npmjs", "deb." + "debian.org", "files.python" + "hosted")
    guilty = [
        name_of(path)
        for path in tracked("*")
        if path.suffix not in (".woff2", ".png", ".ttf", ".mo")
        and any(h in path.read_text(errors="ignore") for h in hosts)
    ]
    assert not guilty
