"!SYS!\reg.exe" query "%~1" >nul 2>&1
