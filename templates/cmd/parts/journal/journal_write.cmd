rem Through a for variable: bare, the bars would be pipes. The file comes first, since a digit before >> is a handle.
rem A redirection that fails sets no errorlevel by itself; the bars after the echo see it.
:journal_write
set "WRITTEN=1"
for /f "delims=" %%l in ("%LINE%") do >>"%JOURNAL%" echo %%l|| set "WRITTEN="
if defined WRITTEN if exist "%JOURNAL%" exit /b 0
exit /b 1
