rem A full path that is written as Windows writes it (no "..", no "/"), and beside it the name that set_aside gives.
:check_aside_name number state action target before after
set "ASIDE_OF=%~4"
set "FAULT=line %LINES% has a path that is not a full one"
if not "%~5"=="present" exit /b 0
set "PART=%ASIDE_OF:~1,2%"
if not "%PART%"==":\" exit /b 0
if /i not "%~f4"=="%~4" exit /b 0
set "FAULT=line %LINES% has a name that no run gives"
set "GENERATION=%~6"
call set "GENERATION=%%GENERATION:%~4.mendsheet=%%"
if not defined GENERATION exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%GENERATION%") do if not "%%x"=="" exit /b 0
set "PART=%GENERATION:~0,1%"
if "%PART%"=="0" exit /b 0
set "PART=%GENERATION:~0,6%"
if not "%PART%"=="%GENERATION%" exit /b 0
if not "%~4.mendsheet%GENERATION%"=="%~6" exit /b 0
set "FAULT="
exit /b 0
