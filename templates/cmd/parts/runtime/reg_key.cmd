:reg_key key
"%SYS%\reg.exe" query "%~1" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
