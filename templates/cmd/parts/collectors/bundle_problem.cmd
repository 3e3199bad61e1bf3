:bundle_problem text
set /a BUNDLE_PROBLEMS+=1
call :say "Not collected: %~1"
for /f "eol=| delims=" %%t in ("%~1") do >>"%BUNDLE%\problems.txt" echo %%t
exit /b 0
