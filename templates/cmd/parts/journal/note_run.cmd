rem "3" and "3.undone" both use up the number 3.
:note_run folder
if "%~n1"=="" exit /b 0
for /f "delims=0123456789" %%x in ("%~n1") do exit /b 0
if %~n1 gtr %RUN% set "RUN=%~n1"
exit /b 0
