rem Whether TEXT holds nothing that cmd.exe takes for more than itself outside quotation marks.
:bare_text
if not defined TEXT exit /b 0
set "TEXT=%TEXT:"=?%"
for /f "eol=_ delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._{}$+@#~[]/'- " %%x in ("%TEXT%") do if not "%%x"=="" exit /b 1
exit /b 0
