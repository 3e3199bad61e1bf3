:undone
if defined WHATIF exit /b 0
set "LINE=%ENTRY%|undone|-|-|-|-"
goto :journal_write
