rem Status: OK
rem Evidence:
