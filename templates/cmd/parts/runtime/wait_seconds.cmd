rem timeout.exe refuses to run without a console; the pauses between echo requests serve everywhere.
:wait_seconds number
set /a ECHOES=%~1+1
"%SYS%\ping.exe" -n %ECHOES% 127.0.0.1 >nul 2>&1
exit /b 0
