rem Half a line at the end is taken off, or the next one would be written behind it.
:mend_journal
if not defined TORN exit /b 0
type nul >"%JOURNAL%.new"
for /l %%n in (1,1,%LINES%) do call :mend_journal_line %%n
move /y "%JOURNAL%.new" "%JOURNAL%" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
exit /b 1
:mend_journal_line line
call set "LINE=%%JOURNAL_LINE_%~1%%"
for /f "eol=| delims=" %%l in ("%LINE%") do >>"%JOURNAL%.new" echo %%l
exit /b 0
