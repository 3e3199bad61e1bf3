rem Status: OK
rem Evidence:
reg add HKLM\SYSTEM\CurrentControlSet\Control\Print /v %1 /t REG_DWORD /d 1 /f >nul
