"""Makes OpenTAXII's own tables and fills them through its own storage class.

Arguments: SQLAlchemy URL, file with a JSON list of STIX objects for the collection that is read.
Prints {"root": …, "read": …, "write": …}: ids of the API root and of two public collections.
Without HTTP and without validation: this is only to have the same objects there.
"""

import json
import sys

from opentaxii.persistence.sqldb import Taxii2SQLDatabaseAPI

store = Taxii2SQLDatabaseAPI(sys.argv[1], create_tables=True)
root = store.add_api_root("Root", default=True, is_public=True)
read, write = (
    store.add_collection(root.id, title, is_public=True, is_public_write=True)
    for title in ("read", "write")
)
with open(sys.argv[2], encoding="utf-8") as file:
    objects = json.load(file)
for at in range(0, len(objects), 1000):
    store.add_objects(root.id, read.id, objects[at:at + 1000])
print(json.dumps({"root": str(root.id), "read": str(read.id), "write": str(write.id)}))
