rem fltmc.exe does nothing without an argument, and only an administrator may run it. net session needs a service.
:elevated
"%SYS%\fltmc.exe" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
