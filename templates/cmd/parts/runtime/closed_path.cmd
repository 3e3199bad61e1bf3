rem Where users can make nothing, in CLOSED; it stays empty, with errorlevel 1, for a path that batch does not carry.
:closed_path
set "CLOSED="
set "TEXT=%ProgramFiles%"
if not defined TEXT exit /b 1
call :plain_path
if errorlevel 1 exit /b 1
set "CLOSED=%ProgramFiles%\Mendsheet"
exit /b 0
