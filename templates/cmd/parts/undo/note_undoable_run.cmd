:note_undoable_run folder
if not "%~x1"=="" exit /b 0
set "NUMBER=%~n1"
if not defined NUMBER exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%NUMBER%") do if not "%%x"=="" exit /b 0
if "%NUMBER:~0,1%"=="0" exit /b 0
if not "%NUMBER:~0,9%"=="%NUMBER%" exit /b 0
if %NUMBER% lss %BELOW% if %NUMBER% gtr %RUN% set "RUN=%NUMBER%"
exit /b 0
