rem Of NUMBER, the name of a folder: "3" and "3.undone" both use up the number 3.
:note_run
if not defined NUMBER exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%NUMBER%") do if not "%%x"=="" exit /b 0
set "PART=%NUMBER:~0,1%"
if "%PART%"=="0" exit /b 0
set "PART=%NUMBER:~0,9%"
if not "%PART%"=="%NUMBER%" exit /b 0
set /a NEWER=NUMBER-RUN
if %NEWER% gtr 0 set "RUN=%NUMBER%"
exit /b 0
