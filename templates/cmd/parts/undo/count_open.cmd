:count_open place
call set "LINE=%%JOURNAL_PLAN_%~1%%"
for /f "eol=| tokens=1 delims=|" %%a in ("%LINE%") do call set "MARK=%%JOURNAL_MARK_%%a%%"
if not "%MARK%"=="undone" set /a OPEN+=1
exit /b 0
