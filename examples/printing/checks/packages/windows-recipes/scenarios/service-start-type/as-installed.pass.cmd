rem Status: OK
rem Evidence: * is *
sc create %1 start= demand >nul
