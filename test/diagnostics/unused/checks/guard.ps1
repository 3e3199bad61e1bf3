New-GuardStop -Code 14 -Reason 'busy'
