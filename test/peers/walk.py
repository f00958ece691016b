"""An independent TAXII 2.1 client (taxii2-client) and STIX library (stix2) walk a running hub.

Arguments: discovery URL. Credentials come as JSON on standard input:
{"writer": [user, password], "reader": [user, password]}. The reader is an organisation in no
community. Prints one line of JSON per step, with what the client saw; ends with 1 at the first
step that is not as the standard says.
"""

import json
import sys

import requests
import stix2
from taxii2client.v21 import Server, as_pages

CREATED = "2026-01-02T03:04:05.678Z"
LATER = "2026-02-03T04:05:06.789Z"


def tell(step, **seen):
    print(json.dumps({"step": step, **seen}), flush=True)


def demand(step, condition, **seen):
    if not condition:
        tell(step, failed=True, **seen)
        sys.exit(1)


def names(objects):
    return sorted((o["id"], o.get("modified", o.get("created", ""))) for o in objects)


def envelope(objects):
    return {"objects": [json.loads(o.serialize()) for o in objects]}


def all_objects(function, size, **filters):
    """Every object of every page; pages never hold more than was asked for."""
    objects = []
    pages = 0
    for page in as_pages(function, per_request=size, **filters):
        demand("page size", len(page.get("objects", [])) <= size, size=size)
        objects.extend(page.get("objects", []))
        pages += 1
    return objects, pages


def made():
    """Public objects of six types, thirty of them in two versions, and ten that are AMBER."""
    author = stix2.Identity(
        name="Walker", identity_class="organization", created=CREATED, modified=CREATED,
        object_marking_refs=[stix2.TLP_WHITE],
    )
    common = {
        "created": CREATED, "modified": CREATED, "created_by_ref": author.id,
        "object_marking_refs": [stix2.TLP_WHITE],
    }
    indicators = [
        stix2.Indicator(
            name=f"Host {n}", pattern=f"[domain-name:value = 'host-{n}.example']",
            pattern_type="stix", valid_from=CREATED, indicator_types=["malicious-activity"],
            **common,
        )
        for n in range(90)
    ]
    newer = [one.new_version(name=f"{one.name}, again", modified=LATER) for one in indicators[:30]]
    malware = [stix2.Malware(name=f"Family {n}", is_family=True, **common) for n in range(40)]
    links = [
        stix2.Relationship(indicators[n], "indicates", malware[n % 40], **common) for n in range(40)
    ]
    observed = [
        stix2.DomainName(value=f"host-{n}.example", object_marking_refs=[stix2.TLP_WHITE])
        for n in range(20)
    ]
    japanese = stix2.Campaign(name="作戦「夜明け」", **common)
    amber = [
        stix2.Malware(
            name=f"Inside {n}", is_family=True, **{**common, "object_marking_refs": [stix2.TLP_AMBER]}
        )
        for n in range(10)
    ]
    public = [author, *indicators, *newer, *malware, *links, *observed, japanese]
    return public, amber


def discover(url, credentials):
    server = Server(url, user=credentials[0], password=credentials[1])
    root = server.default
    collections = root.collections
    tell(
        "discover", title=server.title, roots=len(server.api_roots), versions=root.versions,
        max_content_length=root.max_content_length,
        collections=[[c.title, c.can_read, c.can_write] for c in collections],
    )
    demand("discover", root is not None and len(collections) == 1, collections=len(collections))
    return root, collections[0]


def post(root, collection, objects):
    counts = []
    for at in range(0, len(objects), 100):
        status = collection.add_objects(envelope(objects[at:at + 100]), poll_interval=0.2)
        again = root.get_status(status.id)
        demand("status", again.success_count == status.success_count, id=status.id)
        counts.append([status.status, status.total_count, status.success_count])
        demand("post", status.failure_count == 0, failures=status.failures)
    tell("post", envelopes=counts)


def post_bad(collection, good):
    """A bad object beside a good one: the good one is kept, the bad one is reported."""
    bad = {"type": "indicator", "spec_version": "2.1", "id": good.id.replace("identity", "indicator")}
    status = collection.add_objects({"objects": [*envelope([good])["objects"], bad]})
    tell(
        "post a bad one", status=status.status, success=status.success_count,
        failure=status.failure_count, said=[f.get("message", "")[:160] for f in status.failures],
    )
    demand("post a bad one", (status.success_count, status.failure_count) == (1, 1))


def page(collection, objects):
    newest = {o["id"]: o for o in sorted(objects, key=lambda o: str(o.get("modified", "")))}
    for size in (1, 7, 50, 100, 1000):
        got, pages = all_objects(collection.get_objects, size)
        manifest, _ = all_objects(collection.get_manifest, size)
        demand("page", names(got) == names(newest.values()), size=size, got=len(got))
        demand(
            "manifest", sorted(m["id"] for m in manifest) == sorted(newest), size=size,
            got=len(manifest),
        )
        tell("page", size=size, pages=pages, objects=len(got), manifest=len(manifest))


def check_filter(collection, label, expected, **filters):
    got, _ = all_objects(collection.get_objects, 60, **filters)
    demand(f"filter {label}", names(got) == names(expected), got=len(got), wanted=len(expected))
    manifest, _ = all_objects(collection.get_manifest, 60, **filters)
    demand(f"filter {label}", len(manifest) == len(expected), manifest=len(manifest))
    tell(f"filter {label}", objects=len(got))


def filters(collection, objects):
    last = {o["id"]: o for o in sorted(objects, key=lambda o: str(o.get("modified", "")))}
    first = {o["id"]: o for o in sorted(objects, key=lambda o: str(o.get("modified", "")), reverse=True)}
    twice = [o for o in objects if o.get("modified") == LATER]
    one = twice[0]["id"]
    other = next(o["id"] for o in objects if o["type"] == "malware")
    of = lambda found, *types: [o for o in found if o["type"] in types]
    check_filter(collection, "id", [last[one]], id=one)
    check_filter(collection, "ids", [last[one], last[other]], id=[one, other])
    check_filter(collection, "type", of(last.values(), "malware"), type="malware")
    check_filter(
        collection, "types", of(last.values(), "malware", "campaign"), type=["malware", "campaign"]
    )
    check_filter(collection, "version all", objects, version="all")
    check_filter(collection, "version first", list(first.values()), version="first")
    check_filter(collection, "version last", list(last.values()), version="last")
    check_filter(collection, "version exact", twice, version=LATER)
    check_filter(collection, "spec_version", list(last.values()), spec_version="2.1")
    check_filter(collection, "spec_version 2.0", [], spec_version="2.0")
    check_filter(
        collection, "id, type and version",
        [o for o in objects if o["id"] == one], id=[one, other], type="indicator", version="all",
    )
    check_filter(collection, "nothing", [], id="indicator--00000000-0000-4000-8000-000000000000")


def added_after(collection):
    manifest, _ = all_objects(collection.get_manifest, 1000, version="all")
    times = sorted(m["date_added"] for m in manifest)
    middle = times[len(times) // 2]
    later = sum(1 for time in times if time > middle)
    got, _ = all_objects(collection.get_objects, 50, version="all", added_after=middle)
    demand("added_after", len(got) == later, got=len(got), wanted=later)
    tell("added_after", objects=len(got))


def parse(collection):
    got, _ = all_objects(collection.get_objects, 100, version="all")
    kinds = {}
    for one in got:
        parsed = stix2.parse(one, version="2.1", allow_custom=False)
        kinds[parsed.type] = kinds.get(parsed.type, 0) + 1
    tell("stix2 parse", objects=len(got), kinds=kinds)


def one_object(collection, identifier):
    versions = collection.object_versions(identifier)["versions"]
    demand("versions", sorted(versions) == [CREATED, LATER], versions=versions)
    newest = collection.get_object(identifier)["objects"]
    demand("object", [o["modified"] for o in newest] == [LATER])
    both = collection.get_object(identifier, version="all")["objects"]
    demand("object", len(both) == 2)
    tell("object and versions", versions=versions)


def status_of(question):
    try:
        question()
    except requests.exceptions.HTTPError as error:
        return error.response.status_code
    return 200


def refused_delete(reader, credentials, identifier):
    """Asked without the client, which itself refuses where can_write is false."""
    answer = requests.delete(
        f"{reader.url}objects/{identifier}/", auth=tuple(credentials),
        headers={"Accept": "application/taxii+json;version=2.1"}, timeout=30,
    )
    return answer.status_code


def delete(collection, reader, credentials, identifier, other):
    collection.delete_object(identifier, version=LATER)
    left = collection.get_object(identifier, version="all")["objects"]
    demand("delete a version", [o["modified"] for o in left] == [CREATED])
    collection.delete_object(other)
    gone = status_of(lambda: collection.get_object(other))
    demand("delete", gone == 404, status=gone)
    listed, _ = all_objects(collection.get_objects, 1000, id=other, version="all")
    demand("delete", listed == [])
    refused = refused_delete(reader, credentials, identifier)
    demand("delete as reader", refused in (403, 404), status=refused)
    tell("delete", version_left=CREATED, gone=gone, as_reader=refused)


def main():
    url = sys.argv[1]
    credentials = json.load(sys.stdin)
    root, collection = discover(url, credentials["writer"])
    public, amber = made()
    post(root, collection, public + amber)
    post_bad(collection, public[0])
    sent = envelope(public)["objects"]
    _, outside = discover(url, credentials["reader"])
    everything, _ = all_objects(collection.get_objects, 1000, version="all")
    demand("owner", len(everything) == len(public) + len(amber), got=len(everything))
    tell("owner and outsider", sent=len(public) + len(amber), outsider_may_see=len(public))
    page(outside, sent)
    filters(outside, sent)
    added_after(outside)
    parse(outside)
    one_object(outside, public[1].id)
    denied = status_of(lambda: Server(url, user="nobody", password="wrong password").default.collections)
    demand("wrong password", denied == 401, status=denied)
    hidden = status_of(lambda: outside.get_object(amber[0].id))
    demand("hidden object", hidden == 404, status=hidden)
    tell("refusals", wrong_password=denied, hidden_object=hidden)
    delete(collection, outside, credentials["reader"], public[1].id, public[2].id)
    tell("done")


main()
