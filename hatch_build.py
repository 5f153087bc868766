"""Build hook: compile the index of the bundled tables into the wheel or the editable install."""

import os
import sys

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):
    def initialize(self, version, build_data):
        sys.path.insert(0, os.path.join(self.root, "src"))
        from treatycli.package import BUNDLED, directory, writing

        memory = directory.load()
        path = writing.compile_index(BUNDLED, memory.tables, memory.meta)
        build_data["artifacts"].append(os.path.relpath(path, self.root).replace(os.sep, "/"))
