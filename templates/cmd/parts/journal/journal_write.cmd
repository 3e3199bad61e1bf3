rem Through a for variable: bare, the bars would be pipes. The file comes first, since a digit before >> is a handle.
rem Only what can be read back was written.
:journal_write
for /f "eol=| delims=" %%l in ("%LINE%") do >>"%JOURNAL%" echo %%l
set "LAST_LINE="
for /f "usebackq eol=| delims=" %%l in ("%JOURNAL%") do set "LAST_LINE=%%l"
if "%LAST_LINE%"=="%LINE%" exit /b 0
exit /b 1
