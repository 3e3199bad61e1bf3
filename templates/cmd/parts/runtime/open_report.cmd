rem Full from here on, and empty: a report never follows an older one.
:open_report
if not defined OUT exit /b 0
for %%p in ("%OUT%") do set "OUT=%%~fp"
set "OPENED="
call :open_report_file 2>nul
if defined OPENED exit /b 0
>&2 echo %SCRIPT%: cannot write the report: "%OUT%"
exit /b 1
:open_report_file
call :opened >"%OUT%"
exit /b 0
:opened
set "OPENED=1"
exit /b 0
