for %%c in (%~1) do call :bundle_event_log "%%c" "%~3"
for %%k in (%~6) do call :bundle_registry "%%k"
rem Not by for, which would look for a name with an asterisk where the user stands.
set "PATTERNS=%~2"
:export_log_collection_next
if not defined PATTERNS exit /b 0
for /f "eol=| tokens=1* delims= " %%a in ("%PATTERNS%") do (
    set "PATTERN=%SystemRoot%\%%a"
    set "PATTERNS=%%b"
)
call :bundle_file "%PATTERN%" "%~4" "%~5"
goto :export_log_collection_next
