# a machine
