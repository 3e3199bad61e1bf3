rem Whether a folder is there and no link to elsewhere (attribute l).
:no_link folder
if not exist "%~1\" exit /b 1
for %%f in ("%~1") do set "ATTRIBUTES=%%~af"
if not defined ATTRIBUTES exit /b 1
set "PART=%ATTRIBUTES:l=%"
if /i "%PART%"=="%ATTRIBUTES%" exit /b 0
exit /b 1
