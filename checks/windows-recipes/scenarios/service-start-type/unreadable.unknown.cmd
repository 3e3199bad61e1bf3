rem Status: UNKNOWN
rem Evidence: the start type of * cannot be read
sc create %1 start= demand >nul
reg delete HKLM\SYSTEM\CurrentControlSet\Services\%~1 /v Start /f >nul
