:journal_mark state
set "LINE=%ENTRY%|%~1|-|-|-|-"
goto :journal_write
