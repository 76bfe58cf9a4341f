__version__ = "{{client.version}}"
