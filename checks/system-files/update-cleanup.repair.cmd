rem Never with /ResetBase, after which no installed update could be uninstalled any more.
call :repair_tool dism "/English /Online /Cleanup-Image /StartComponentCleanup /NoRestart"
