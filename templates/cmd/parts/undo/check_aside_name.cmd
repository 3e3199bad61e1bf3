rem A full path that is written as Windows writes it (no "..", no "/"), and beside it the name that set_aside gives.
:check_aside_name number state action target before after
set "ASIDE_OF=%~4"
if not "%ASIDE_OF:~1,2%"==":\" set "FAULT=line %LINES% has a path that is not a full one"
if /i not "%~f4"=="%~4" set "FAULT=line %LINES% has a path that is not a full one"
set "GENERATION=%~6"
call set "GENERATION=%%GENERATION:%~4.mendsheet=%%"
for /f "delims=0123456789" %%x in ("%GENERATION%") do set "FAULT=line %LINES% has a name that no run gives"
if not defined GENERATION set "FAULT=line %LINES% has a name that no run gives"
if /i not "%~4.mendsheet%GENERATION%"=="%~6" set "FAULT=line %LINES% has a name that no run gives"
exit /b 0
