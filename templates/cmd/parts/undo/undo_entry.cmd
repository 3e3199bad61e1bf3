:undo_entry number how target before after
set "ENTRY=%~1"
set "ENTRY_DONE="
for /f "usebackq tokens=1,2 delims=|" %%a in ("%JOURNAL%") do if "%%a|%%b"=="%~1|done" set "ENTRY_DONE=1"
for /f "usebackq tokens=1,2 delims=|" %%a in ("%JOURNAL%") do if "%%a|%%b"=="%~1|undone" set "ENTRY_DONE="
call :undo_%~2 "%~3" "%~4" "%~5"
exit /b 0
