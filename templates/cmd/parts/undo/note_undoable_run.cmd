:note_undoable_run folder
if not "%~x1"=="" exit /b 0
set "NUMBER=%~n1"
if not defined NUMBER exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%NUMBER%") do if not "%%x"=="" exit /b 0
set "PART=%NUMBER:~0,1%"
if "%PART%"=="0" exit /b 0
set "PART=%NUMBER:~0,9%"
if not "%PART%"=="%NUMBER%" exit /b 0
set /a NEWER=NUMBER-RUN
set /a OLDER=BELOW-NUMBER
if %NEWER% gtr 0 if %OLDER% gtr 0 set "RUN=%NUMBER%"
exit /b 0
