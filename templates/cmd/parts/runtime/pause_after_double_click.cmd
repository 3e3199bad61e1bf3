rem A window that Explorer opened closes with the script, so it waits for a key. Explorer's command line, and that of
rem "Run as administrator", is exactly: cmd.exe /c "path" and a space. A service has no session name, and nobody to
rem press a key.
:pause_after_double_click
if defined QUIET exit /b 0
if not defined SESSIONNAME exit /b 0
rem delayed expansion: on. The command line holds quotation marks and whatever a folder name may hold.
setlocal EnableDelayedExpansion
set "STARTED="
set "STARTED=!cmdcmdline!"
if defined STARTED set "STARTED=!STARTED:"=!"
set "CLICKED="
if /i "!STARTED!"=="!SYS!\cmd.exe /c !SELF! " set "CLICKED=1"
endlocal & set "CLICKED=%CLICKED%"
rem delayed expansion: off
if defined CLICKED pause
exit /b 0
