rem A key that is not there is no problem.
reg delete HKLM\SYSTEM\CurrentControlSet\Control\Print /f >nul 2>nul
