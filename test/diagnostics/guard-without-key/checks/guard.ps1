New-GuardStop -Code 12
