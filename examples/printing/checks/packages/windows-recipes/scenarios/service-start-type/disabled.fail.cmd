rem Status: PROBLEM
rem Evidence: * is disabled, 0x80070422
sc create %1 start= demand >nul
sc config %1 start= disabled >nul
