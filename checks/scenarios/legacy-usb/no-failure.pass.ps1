# A healthy PC.
