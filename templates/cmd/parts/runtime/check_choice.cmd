rem An id that no check has is a mistake to say, not to pass over: the wrong checks would run.
:check_choice
set "VISIT=match"
for %%c in (%CHOSEN% %SKIPPED%) do (
    set "WANTED=%%c"
    set "MATCHED="
    call :all_checks
    if not defined MATCHED (
        >&2 echo %SCRIPT%: no check has this id: %%c
        exit /b 1
    )
)
exit /b 0
