rem The characters that a journal holds unescaped. Whatever is left when they are taken away is not among them.
:plain_text text
for /f "delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._(){}$,;=+@#~[]/&'- " %%x in ("%~1") do exit /b 1
exit /b 0
