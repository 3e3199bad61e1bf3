rem "3" and "3.undone" both use up the number 3.
:note_run folder
set "NUMBER=%~n1"
if not defined NUMBER exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%NUMBER%") do if not "%%x"=="" exit /b 0
if "%NUMBER:~0,1%"=="0" exit /b 0
if not "%NUMBER:~0,9%"=="%NUMBER%" exit /b 0
if %NUMBER% gtr %RUN% set "RUN=%NUMBER%"
exit /b 0
